/// How fast Isotopy is: what is measured, and the table of it. Only the Maven profile `bench` compiles this package;
/// nothing of it is part of the program.
package isotopy.bench;
