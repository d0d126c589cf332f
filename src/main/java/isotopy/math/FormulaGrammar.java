package isotopy.math;

import static java.util.Map.entry;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPowerOfOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.ShuntingYardConverter;
import com.ezylang.evalex.parser.Tokenizer;
import java.util.Map;

/// The operators and functions as EvalEx is told of them. It takes the text apart and knows what binds how; its own
/// arithmetic, in decimal numbers, is not used.
final class FormulaGrammar {
    private static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
            .operatorDictionary(operators())
            .functionDictionary(functions())
            .powerOfPrecedence(OperatorIfc.OPERATOR_PRECEDENCE_POWER_HIGHER)
            .arraysAllowed(false)
            .structuresAllowed(false)
            .implicitMultiplicationAllowed(false)
            .build();

    private FormulaGrammar() {}

    /// The tree of a formula that [FormulaReader] has spelled out.
    static ASTNode tree(String plain) throws ParseException {
        var tokens = new Tokenizer(plain, CONFIGURATION).parse();
        return new ShuntingYardConverter(plain, tokens, CONFIGURATION).toAbstractSyntaxTree();
    }

    private static OperatorDictionaryIfc operators() {
        var dictionary = new MapBasedOperatorDictionary();
        dictionary.addOperator("-", new PrefixMinusOperator());
        Map.<String, OperatorIfc>ofEntries(
                        entry("+", new InfixPlusOperator()),
                        entry("-", new InfixMinusOperator()),
                        entry("*", new InfixMultiplicationOperator()),
                        entry("/", new InfixDivisionOperator()),
                        entry("^", new InfixPowerOfOperator()),
                        // the library has no place for a sign after a power, which it binds less than the power
                        entry("^-", new InfixPowerOfOperator()),
                        entry("<", new InfixLessOperator()),
                        entry(">", new InfixGreaterOperator()),
                        entry("<=", new InfixLessEqualsOperator()),
                        entry(">=", new InfixGreaterEqualsOperator()))
                .forEach(dictionary::addOperator);
        return dictionary;
    }

    private static FunctionDictionaryIfc functions() {
        var dictionary = new MapBasedFunctionDictionary();
        for (var function : Function.values()) {
            dictionary.addFunction(function.id(), new Named());
        }
        return dictionary;
    }

    /// A function of any number of arguments: who reads the text has counted them.
    @FunctionParameter(name = "arguments", isVarArg = true)
    private static final class Named extends AbstractFunction {
        @Override
        public EvaluationValue evaluate(
                Expression expression, com.ezylang.evalex.parser.Token token, EvaluationValue... arguments) {
            throw new UnsupportedOperationException("only the tree is asked for");
        }
    }
}
