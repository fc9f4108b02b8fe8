package jp.madoguchi.testing;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/**
 * An entity manager that stands for the one of the running transaction, as the server's does, so
 * that repositories can be built once and used in one transaction after the other.
 */
public final class BoundEntityManager {

  private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
  private final EntityManager proxy =
      (EntityManager)
          Proxy.newProxyInstance(
              BoundEntityManager.class.getClassLoader(),
              new Class<?>[] {EntityManager.class},
              (self, method, arguments) -> {
                try {
                  return method.invoke(required(), arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });

  public EntityManager entityManager() {
    return proxy;
  }

  /** Works in a transaction of its own, whether or not one is running. */
  public <T> T inNewTransaction(Supplier<T> work) {
    EntityManager before = current.get();
    try {
      return TestDatabase.shared()
          .inTransaction(
              entities -> {
                current.set(entities);
                return work.get();
              });
    } finally {
      current.set(before);
    }
  }

  private EntityManager required() {
    EntityManager entities = current.get();
    if (entities == null) {
      throw new IllegalStateException("No transaction is running");
    }
    return entities;
  }
}
