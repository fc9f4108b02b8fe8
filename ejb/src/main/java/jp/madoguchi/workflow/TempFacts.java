package jp.madoguchi.workflow;

@jakarta.enterprise.context.ApplicationScoped
public class TempFacts implements CaseFacts {
  public java.util.Map<String, Object> of(String r) {
    return java.util.Map.of();
  }
}
