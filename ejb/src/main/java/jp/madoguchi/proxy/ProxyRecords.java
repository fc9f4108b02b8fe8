package jp.madoguchi.proxy;

import java.util.List;
import java.util.Optional;

/** Where proxies, their visits and the kinds of documents are kept. */
public interface ProxyRecords {

  void add(Proxy proxy);

  Optional<Proxy> find(String receptionNumber);

  void add(ReturnVisit visit);

  /** The visits of a case, the first one first. */
  List<ReturnVisit> visits(String receptionNumber);

  /** All kinds in their order, those that are not in use any more too. */
  List<IdentityDocumentKind> kinds();

  Optional<IdentityDocumentKind> kind(String code);

  void add(IdentityDocumentKind kind);
}
