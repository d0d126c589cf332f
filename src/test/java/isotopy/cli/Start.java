package isotopy.cli;

/// Carries out a command in a process of its own, for tests that send it a signal.
final class Start {
    private Start() {}

    public static void main(String[] args) {
        System.exit(CommandLineInterface.run(args));
    }
}
