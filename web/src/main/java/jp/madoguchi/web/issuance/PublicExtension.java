package jp.madoguchi.web.issuance;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import java.util.function.Supplier;

/** Sets what relying parties ask for before everything that a page passes through. */
public class PublicExtension implements ServletExtension {

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    Supplier<PublicFront> front = () -> (PublicFront) context.getAttribute(PublicFront.ATTRIBUTE);
    deployment.addInitialHandlerChainWrapper(
        next -> new OcspHandler(new PublishedHandler(next, front), front));
  }
}
