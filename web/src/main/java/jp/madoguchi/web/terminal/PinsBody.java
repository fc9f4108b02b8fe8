package jp.madoguchi.web.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import jp.madoguchi.issuance.CertificateType;
import jp.madoguchi.problem.Problem;

/** A request's body with PINs, which is wiped once they are taken. */
public final class PinsBody {

  private static final int LARGEST = 1024;

  private PinsBody() {}

  /**
   * @throws jp.madoguchi.problem.BusinessException {@code body-too-large}, {@code form-incomplete}
   */
  public static <T> T use(InputStream body, Function<Map<CertificateType, byte[]>, T> taking)
      throws IOException {
    byte[] bytes = body.readNBytes(LARGEST + 1);
    try {
      if (bytes.length > LARGEST) {
        throw Problem.refused("body-too-large").asException();
      }
      return taking.apply(PinsJson.read(bytes));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
