package jp.madoguchi.revocation;

import jp.madoguchi.eligibility.Route;
import jp.madoguchi.proxy.KeptDocument;
import jp.madoguchi.proxy.ProxyBook;
import jp.madoguchi.proxy.ProxyBook.Applicant;
import jp.madoguchi.proxy.ProxyForm;
import jp.madoguchi.resident.ResidentRecord;

/**
 * Who stands at the counter, as it is entered there.
 *
 * @param sameHousehold whether the legal representative lives in the same household
 * @param proxy who acts for the holder; null where the holder is here
 */
public record Asker(Route route, boolean sameHousehold, ProxyForm proxy) {

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code form-incomplete}, naming the field
   */
  public Asker {
    RequestForm.require(route != null, "route");
    RequestForm.require((route == Route.SELF) == (proxy == null), "proxy");
  }

  /**
   * As it may be kept.
   *
   * @throws jp.madoguchi.problem.BusinessException what is wrong with a proxy's document
   */
  WhoCame examined(ProxyBook proxies, ResidentRecord holder) {
    KeptDocument document =
        proxy == null
            ? null
            : proxies.examined(proxy, new Applicant(holder.name(), holder.birthDate()));
    return new WhoCame(this, document);
  }
}
