package jp.madoguchi.issuance;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import java.io.IOException;

/**
 * A PKCS#11 library as this process has it loaded. SunPKCS11 begins a library once in a process's
 * life; one that lost its token or its network may go on failing until it is begun anew (PKCS #11
 * 5.4), and nobody should have to start the server again for that.
 */
final class TokenLibrary {

  private static final int OS_LOCKING_OK = 2;
  private static final int POINTERS_BEFORE_FLAGS = 4;

  private TokenLibrary() {}

  /**
   * Ends the library and begins it: all sessions end, so that nobody may be using it.
   *
   * @throws IOException when it cannot be loaded, or does not begin
   */
  static void beginAnew(String path) throws IOException {
    try {
      NativeLibrary library = NativeLibrary.getInstance(path);
      library.getFunction("C_Finalize").invokeLong(new Object[] {null});
      long answer = library.getFunction("C_Initialize").invokeLong(new Object[] {arguments()});
      if (answer != 0) {
        throw new IOException("C_Initialize answered 0x" + Long.toHexString(answer));
      }
    } catch (LinkageError e) {
      throw new IOException(e);
    }
  }

  /**
   * CK_C_INITIALIZE_ARGS as SunPKCS11 gives them: several threads, locked by the system's means.
   */
  private static Memory arguments() {
    long flags = (long) POINTERS_BEFORE_FLAGS * Native.POINTER_SIZE;
    Memory arguments = new Memory(flags + NativeLong.SIZE + Native.POINTER_SIZE);
    arguments.clear();
    arguments.setNativeLong(flags, new NativeLong(OS_LOCKING_OK));
    return arguments;
  }
}
