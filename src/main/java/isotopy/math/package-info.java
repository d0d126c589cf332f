/// How is a cloud of particles stored and worked on fast?
///
/// A [isotopy.math.Cloud] is the mutable working set: one array per coordinate, because loops over particles run
/// fastest over one contiguous array. [isotopy.math.Points] is what leaves the room: the same d × n numbers, immutable.
/// An [isotopy.math.Activation] is the scalar non-linearity σ with its derivative, once exactly and once as a loop over
/// arrays.
///
/// Nothing here knows what a layer or a target is.
@NullMarked
package isotopy.math;

import org.jspecify.annotations.NullMarked;
