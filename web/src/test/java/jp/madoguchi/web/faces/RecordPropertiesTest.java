package jp.madoguchi.web.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import org.junit.jupiter.api.Test;

class RecordPropertiesTest {

  private record Person(String name, int age) {}

  private final RecordProperties properties = new RecordProperties();
  private final ELContext context = new BareContext();

  @Test
  void aComponentIsReadByItsName() {
    Object age = properties.getValue(context, new Person("架空 花子", 46), "age");

    assertThat(age).isEqualTo(46);
    assertThat(context.isPropertyResolved()).isTrue();
  }

  @Test
  void whatIsNoComponentIsLeftToOthers() {
    assertThat(properties.getValue(context, new Person("架空 花子", 46), "toString")).isNull();
    assertThat(context.isPropertyResolved()).isFalse();
  }

  @Test
  void whatIsNoRecordIsLeftToOthers() {
    assertThat(properties.getValue(context, "text", "length")).isNull();
    assertThat(context.isPropertyResolved()).isFalse();
  }

  @Test
  void aComponentIsNeverWritten() {
    assertThatThrownBy(() -> properties.setValue(context, new Person("架空 花子", 46), "age", 47))
        .isInstanceOf(PropertyNotWritableException.class);
  }

  private static final class BareContext extends ELContext {
    @Override
    public ELResolver getELResolver() {
      return null;
    }

    @Override
    public FunctionMapper getFunctionMapper() {
      return null;
    }

    @Override
    public VariableMapper getVariableMapper() {
      return null;
    }
  }
}
