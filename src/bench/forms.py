"""One training step of a residual network in PyTorch, written in several ways.

The network is z <- z + h V act(W z + b), layer after layer (Euler), or one Runge-Kutta step per layer (rk4); the loss is
(1/n) sum |z_L - y|^2; one step is the loss, its exact gradient and Adam. All forms start from the same numbers and do the
same work, which `pytorch.py check` holds. A form is a function (task, start, x, y) -> step, where step() takes one training
step and returns the loss before it, and step.parameters() gives W (L, q, 2), b (L, q), V (L, 2, q).
"""

from collections import namedtuple

import torch

Task = namedtuple("Task", "name width depth scheme batch activation horizon", defaults=(1.0,))
T1 = Task("T1", 16, 20, "euler", 1024, "tanh")
T2 = Task("T2", 16, 20, "euler", 1024, "relu")
T3 = Task("T3", 64, 50, "rk4", 4096, "tanh")
TASKS = (T1, T2, T3)
LEARNING_RATE = 0.01

# Stage i starts at z + SHIFT[i] h k_{i-1}; the step is h sum WEIGHT[i] k_i.
SHIFT = {"euler": [0.0], "midpoint": [0.0, 0.5], "rk4": [0.0, 0.5, 0.5, 1.0]}
WEIGHT = {"euler": [1.0], "midpoint": [0.0, 1.0], "rk4": [1 / 6, 1 / 3, 1 / 3, 1 / 6]}

ACTIVATION = {"tanh": torch.tanh, "relu": torch.relu, "sigmoid": torch.sigmoid}


def rk_step(scheme, h, field, z):
    """One Runge-Kutta step of the field from z."""
    if scheme == "euler":
        return z + h * field(z)
    if scheme == "midpoint":
        return z + h * field(z + (h / 2) * field(z))
    k1 = field(z)
    k2 = field(z + (h / 2) * k1)
    k3 = field(z + (h / 2) * k2)
    k4 = field(z + h * k3)
    return z + (h / 6) * (k1 + 2 * k2 + 2 * k3 + k4)


class Step:
    """A form ready to run: what one step does, and where the parameters are."""

    def __init__(self, run, parameters):
        self.run, self.parameters = run, parameters

    def __call__(self):
        return self.run()


def with_autograd(loss, optimizer, parameters):
    def run():
        optimizer.zero_grad(set_to_none=True)
        value = loss()
        value.backward()
        optimizer.step()
        return value.detach()

    return Step(run, parameters)


def adam(tensors, foreach):
    return torch.optim.Adam(tensors, lr=LEARNING_RATE, foreach=foreach)


# ---------------------------------------------------------------- the textbook: modules and autograd


class Block(torch.nn.Module):
    def __init__(self, width, activation):
        super().__init__()
        self.inner = torch.nn.Linear(2, width)
        self.outer = torch.nn.Linear(width, 2, bias=False)
        self.activation = ACTIVATION[activation]

    def forward(self, z):
        return self.outer(self.activation(self.inner(z)))


def blocks(task, start):
    made = torch.nn.ModuleList(Block(task.width, task.activation) for _ in range(task.depth))
    with torch.no_grad():
        for block, w, b, v in zip(made, *start):
            block.inner.weight.copy_(w)
            block.inner.bias.copy_(b)
            block.outer.weight.copy_(v)

    def parameters():
        return tuple(
            torch.stack([get(block).detach() for block in made])
            for get in (lambda k: k.inner.weight, lambda k: k.inner.bias, lambda k: k.outer.weight)
        )

    return made, parameters


def modules(foreach):
    def form(task, start, x, y):
        made, parameters = blocks(task, start)
        h = task.horizon / task.depth

        def loss():
            z = x
            for block in made:
                z = rk_step(task.scheme, h, block, z)
            return (z - y).square().sum() / len(x)

        return with_autograd(loss, adam(list(made.parameters()), foreach), parameters)

    return form


class InTime(torch.nn.Module):
    """A block as torchdiffeq calls it."""

    def __init__(self, block):
        super().__init__()
        self.block = block

    def forward(self, t, z):
        return self.block(z)


def diffeq(name):
    """torchdiffeq, layer by layer, one step of its own fixed scheme each (its rk4 is the 3/8 rule, of the same cost)."""

    def form(task, start, x, y):
        import torchdiffeq

        made, parameters = blocks(task, start)
        layers = torch.nn.ModuleList(map(InTime, made))
        solve = getattr(torchdiffeq, name)
        times = torch.tensor([0.0, task.horizon / task.depth])

        def loss():
            z = x
            for layer in layers:
                z = solve(layer, z, times, method=task.scheme)[-1]
            return (z - y).square().sum() / len(x)

        return with_autograd(loss, adam(list(made.parameters()), True), parameters)

    return form


# ---------------------------------------------------------------- stacked parameters and autograd


def rows_loss(x, y, w, b, v, h: float, scheme: str, activation: str):
    """Particles are rows: z (n, 2), W stacked as (L, 2, q), b (L, q), V (L, q, 2)."""
    z = x
    c = -v.sum(1)
    if activation == "sigmoid for tanh":  # tanh u = 2 sigmoid(2 u) - 1, the constants in the weights
        w, b, v = w * 2, b * 2, v * 2
    for wk, bk, vk, ck in zip(w.unbind(0), b.unbind(0), v.unbind(0), c.unbind(0)):
        zk = z + h * ck if activation == "sigmoid for tanh" else z
        if scheme == "euler":
            z = torch.addmm(zk, act(torch.addmm(bk, z, wk), activation), vk, alpha=h)
        else:
            half = z + (h / 2) * ck if activation == "sigmoid for tanh" else z
            k1 = torch.mm(act(torch.addmm(bk, z, wk), activation), vk)
            k2 = torch.mm(act(torch.addmm(bk, torch.add(half, k1, alpha=h / 2), wk), activation), vk)
            k3 = torch.mm(act(torch.addmm(bk, torch.add(half, k2, alpha=h / 2), wk), activation), vk)
            k4 = torch.mm(act(torch.addmm(bk, torch.add(zk, k3, alpha=h), wk), activation), vk)
            z = torch.add(zk, k1 + k4 + torch.mul(k2 + k3, 2.0), alpha=h / 6)
    return (z - y).square().sum() / x.size(0)


def columns_loss(x, y, w, b, v, h: float, scheme: str, activation: str):
    """Particles are columns: z (2, n), W (L, q, 2), b (L, q, 1), V (L, 2, q)."""
    z = x
    c = -v.sum(2, keepdim=True)
    if activation == "sigmoid for tanh":
        w, b, v = w * 2, b * 2, v * 2
    for wk, bk, vk, ck in zip(w.unbind(0), b.unbind(0), v.unbind(0), c.unbind(0)):
        zk = z + h * ck if activation == "sigmoid for tanh" else z
        if scheme == "euler":
            z = torch.addmm(zk, vk, act(torch.addmm(bk, wk, z), activation), alpha=h)
        else:
            half = z + (h / 2) * ck if activation == "sigmoid for tanh" else z
            k1 = torch.mm(vk, act(torch.addmm(bk, wk, z), activation))
            k2 = torch.mm(vk, act(torch.addmm(bk, wk, torch.add(half, k1, alpha=h / 2)), activation))
            k3 = torch.mm(vk, act(torch.addmm(bk, wk, torch.add(half, k2, alpha=h / 2)), activation))
            k4 = torch.mm(vk, act(torch.addmm(bk, wk, torch.add(zk, k3, alpha=h)), activation))
            z = torch.add(zk, k1 + k4 + torch.mul(k2 + k3, 2.0), alpha=h / 6)
    return (z - y).square().sum() / x.size(1)


def act(u, activation: str):
    if activation == "tanh":
        return torch.tanh(u)
    elif activation == "relu":
        return torch.relu(u)
    else:
        return torch.sigmoid(u)


def stacked(layout, optimizer="single", script=False, sigmoid=False):
    """One parameter tensor per kind, taken apart by unbind; `flat` keeps all three in one tensor."""

    def form(task, start, x, y):
        w, b, v = (s.clone() for s in start)
        if layout == "rows":
            w, v = w.transpose(1, 2).contiguous(), v.transpose(1, 2).contiguous()
        else:
            x, y, b = x.t().contiguous(), y.t().contiguous(), b.unsqueeze(2)
        shapes = [t.shape for t in (w, b, v)]
        sizes = [t.numel() for t in (w, b, v)]
        function = rows_loss if layout == "rows" else columns_loss
        if script:
            function = torch.jit.script(function)
        h = task.horizon / task.depth
        activation = "sigmoid for tanh" if sigmoid and task.activation == "tanh" else task.activation
        if optimizer == "flat":
            flat = torch.cat([t.reshape(-1) for t in (w, b, v)]).requires_grad_()
            leaves = [flat]

            def tensors():
                return [part.view(shape) for part, shape in zip(flat.split(sizes), shapes)]
        else:
            leaves = [t.contiguous().requires_grad_() for t in (w, b, v)]

            def tensors():
                return leaves

        def loss():
            return function(x, y, *tensors(), h, task.scheme, activation)

        def parameters():
            w, b, v = (t.detach() for t in tensors())
            if layout == "rows":
                return w.transpose(1, 2), b, v.transpose(1, 2)
            return w, b.squeeze(2), v

        return with_autograd(loss, adam(leaves, optimizer == "foreach"), parameters)

    return form
