package jp.madoguchi.workflow;

import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Left;
import camundajar.impl.scala.util.Right;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * FEEL that does once what the engine as it comes does again for every cell of a table: parse the
 * cell, and make the built-in functions. Those two are nearly all of a judgement's time.
 */
public final class ParsedOnceFeel implements FeelEngineFactory {

  @Override
  public org.camunda.bpm.dmn.feel.impl.FeelEngine createInstance() {
    return new ScalaFeelEngine(List.of()) {
      @Override
      protected FeelEngine buildFeelEngine(
          CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper values) {
        return new Remembering(super.buildFeelEngine(functions, values));
      }
    };
  }

  /**
   * Remembers each text after the engine's own way evaluated it without a failure. The cells of the
   * tables are few and fixed; the bound guards against texts made up at run time.
   */
  private static final class Remembering extends FeelEngine {

    private static final int MOST = 10_000;

    private final Map<String, ParsedExpression> expressions = new ConcurrentHashMap<>();
    private final Map<String, ParsedExpression> unaryTests = new ConcurrentHashMap<>();
    private final FeelInterpreter interpreter;
    private final FunctionProvider functions;

    Remembering(FeelEngine plain) {
      super(plain.functionProvider(), plain.valueMapper(), plain.configuration(), plain.clock());
      interpreter = new FeelInterpreter(valueMapper());
      functions = new BuiltinFunctions(clock(), valueMapper());
    }

    @Override
    public Either<Failure, Object> evalExpression(String text, Context context) {
      ParsedExpression known = expressions.get(text);
      if (known != null) {
        return evaluated(known, context);
      }
      Either<Failure, Object> value = super.evalExpression(text, context);
      remember(value, text, expressions, this::parseExpression);
      return value;
    }

    @Override
    public Either<Failure, Object> evalUnaryTests(String text, Context context) {
      ParsedExpression known = unaryTests.get(text);
      if (known != null) {
        return evaluated(known, context).map(Boolean.TRUE::equals);
      }
      Either<Failure, Object> value = super.evalUnaryTests(text, context);
      remember(value, text, unaryTests, this::parseUnaryTests);
      return value;
    }

    private static void remember(
        Either<Failure, Object> value,
        String text,
        Map<String, ParsedExpression> known,
        Function<String, Either<Failure, ParsedExpression>> parser) {
      if (value.isRight() && known.size() < MOST) {
        parser.apply(text).foreach(expression -> known.put(text, expression));
      }
    }

    private Either<Failure, Object> evaluated(ParsedExpression expression, Context context) {
      Val value =
          interpreter.eval(
              expression.expression(), EvalContext.create(valueMapper(), functions).merge(context));
      return value instanceof ValError error
          ? new Left<>(new Failure(error.error()))
          : new Right<>(valueMapper().unpackVal(value));
    }
  }
}
