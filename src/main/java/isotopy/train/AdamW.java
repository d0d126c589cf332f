package isotopy.train;

import isotopy.control.Reshaping;

/// Adam with decoupled weight decay: θ ← θ − η α θ before each step of Adam, instead of α θ in the gradient, where its
/// division by √v̂ would undo it.
///
/// Source: Loshchilov, Hutter, *Decoupled weight decay regularization*, ICLR 2019.
final class AdamW implements Optimizer {
    private final Adam adam;
    private final double decay;

    /// An empty memory; α is `decay`.
    AdamW(int parameters, boolean goesOn, double decay) {
        adam = new Adam(parameters, goesOn);
        this.decay = decay;
    }

    @Override
    public void update(double learningRate, double value, Landscape landscape, double[] theta) {
        // of the rate that Adam takes: a run that goes on begins with short steps
        double kept = Math.max(0, 1 - adam.nextRate(learningRate) * decay);
        for (int i = 0; i < theta.length; i++) {
            theta[i] *= kept;
        }
        adam.update(learningRate, value, landscape, theta);
    }

    @Override
    public boolean serves(Recipe recipe) {
        return recipe.penalties().weightDecay() == decay;
    }

    @Override
    public void reshape(Reshaping reshaping) {
        adam.reshape(reshaping);
    }
}
