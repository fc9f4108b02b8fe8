package jp.madoguchi.web.faces;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets EL read a record's components by their names, as later versions of EL do by themselves. */
public class RecordProperties extends ELResolver {

  private static final Map<Class<?>, Map<String, Method>> ACCESSORS = new ConcurrentHashMap<>();

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    Method accessor = accessor(base, property);
    if (accessor == null) {
      return null;
    }
    context.setPropertyResolved(base, property);
    try {
      return accessor.invoke(base);
    } catch (ReflectiveOperationException e) {
      throw new ELException(e);
    }
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    Method accessor = accessor(base, property);
    if (accessor == null) {
      return null;
    }
    context.setPropertyResolved(base, property);
    return accessor.getReturnType();
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    if (accessor(base, property) != null) {
      throw new PropertyNotWritableException(base.getClass() + "." + property);
    }
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    boolean found = accessor(base, property) != null;
    if (found) {
      context.setPropertyResolved(base, property);
    }
    return found;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return base instanceof Record ? String.class : null;
  }

  private static Method accessor(Object base, Object property) {
    return base instanceof Record
        ? ACCESSORS
            .computeIfAbsent(base.getClass(), RecordProperties::accessors)
            .get(String.valueOf(property))
        : null;
  }

  private static Map<String, Method> accessors(Class<?> type) {
    Map<String, Method> found = new ConcurrentHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      component.getAccessor().trySetAccessible();
      found.put(component.getName(), component.getAccessor());
    }
    return Map.copyOf(found);
  }
}
