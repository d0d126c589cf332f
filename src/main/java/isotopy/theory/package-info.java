/// What could any network of this family reach, and what do sums reach beside it?
///
/// A [isotopy.theory.Floor] is what no flow can go below on given examples: on the line by
/// [isotopy.theory.Isotonic] regression, for linear and coordinatewise layers in closed form. A
/// [isotopy.theory.SumFit] is the classical rival of a network: a sum of fixed functions of a
/// [isotopy.theory.Basis], with coefficients by least squares. Arrays in, numbers out; nothing here is trained.
@NullMarked
package isotopy.theory;

import org.jspecify.annotations.NullMarked;
