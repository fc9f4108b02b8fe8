package jp.madoguchi.settings;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that nobody but the server's own user can read, from the moment they are there. */
public final class OwnerOnly {

  private OwnerOnly() {}

  /** For the creation of a file in this directory; nothing where the platform has no such modes. */
  public static FileAttribute<?>[] in(Path directory) {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
