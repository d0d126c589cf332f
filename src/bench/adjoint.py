"""The same step without autograd: the discrete adjoint by hand, in buffers that are made once.

Particles carry a third coordinate 1, so that W and b are one matrix and their gradient one product. One code serves two
layouts, because (A B)' = B' A': in `rows` all matrices are stored as they are written here, in `columns` transposed.
`sigmoid` computes tanh u as 2 sigmoid(2u) - 1, since PyTorch's sigmoid is several times faster than its tanh; the constants
go into the weights once a step. Working the particles in tiles that stay in the cache was tried and was never faster.
"""

import torch
from forms import LEARNING_RATE, SHIFT, WEIGHT, Step


def gradient(
    x: torch.Tensor,
    y: torch.Tensor,
    w: torch.Tensor,  # L x 3 x q
    wt: torch.Tensor,  # L x q x 2, the transpose without the biases
    v: torch.Tensor,  # L x q x 2
    vt: torch.Tensor,  # L x 2 x q
    c: torch.Tensor,  # L x 1 x 2, added to V s where there is an offset
    gw: torch.Tensor,
    gv: torch.Tensor,
    gc: torch.Tensor,
    z: torch.Tensor,  # L m x n x 3, where each stage starts
    s: torch.Tensor,  # L m x n x q, what each stage activates
    u: torch.Tensor,  # n x q
    f: torch.Tensor,  # n x 2
    end: torch.Tensor,  # n x 2
    kappa: torch.Tensor,  # n x 2
    mu: torch.Tensor,  # n x 2
    lam: torch.Tensor,  # n x 2
    shift: list[float],
    weight: list[float],
    h: float,
    scale: float,
    activation: str,
    columns: bool,
    offset: bool,
) -> torch.Tensor:
    """Adds the gradient to gw, gv, gc and returns the sum of squares."""
    d = 0 if columns else 1
    stages = len(shift)
    ws, wts, vs, vts, cs = w.unbind(0), wt.unbind(0), v.unbind(0), vt.unbind(0), c.unbind(0)
    gws, gvs, gcs = gw.unbind(0), gv.unbind(0), gc.unbind(0)
    zs, ss = z.unbind(0), s.unbind(0)
    ps = z.narrow(d + 1, 0, 2).unbind(0)
    ps[0].copy_(x)
    evaluations = len(zs)
    for i in range(evaluations):
        k, j = i // stages, i % stages
        si = ss[i]
        if columns:
            torch.mm(ws[k], zs[i], out=si)
        else:
            torch.mm(zs[i], ws[k], out=si)
        if activation == "tanh":
            si.tanh_()
        elif activation == "relu":
            si.relu_()
        else:
            si.sigmoid_()
        if columns:
            torch.mm(vs[k], si, out=f)
        else:
            torch.mm(si, vs[k], out=f)
        if offset:
            f.add_(cs[k])
        into = ps[i + 1] if i + 1 < evaluations else end
        if stages == 1:
            torch.add(ps[i], f, alpha=h, out=into)
        else:
            first = ps[k * stages]
            if j == 0:
                torch.add(first, f, alpha=h * weight[0], out=end)
            else:
                end.add_(f, alpha=h * weight[j])
            if j + 1 < stages:
                torch.add(first, f, alpha=h * shift[j + 1], out=into)
            elif i + 1 < evaluations:
                into.copy_(end)
    torch.sub(end, y, out=lam)
    squares = torch.dot(lam.view(-1), lam.view(-1))
    lam.mul_(scale)
    for back in range(evaluations):
        i = evaluations - 1 - back
        k, j = i // stages, i % stages
        torch.mul(lam, h * weight[j], out=kappa)
        if j + 1 < stages:
            kappa.add_(mu, alpha=h * shift[j + 1])
        si = ss[i]
        if columns:
            gvs[k].addmm_(kappa, si.t())
            torch.mm(vts[k], kappa, out=u)
        else:
            gvs[k].addmm_(si.t(), kappa)
            torch.mm(kappa, vts[k], out=u)
        if offset:
            gcs[k].add_(kappa.sum(1 - d, keepdim=True))
        if activation == "tanh":
            torch.ops.aten.tanh_backward(u, si, grad_input=u)
        elif activation == "relu":
            torch.ops.aten.threshold_backward(u, si, 0, grad_input=u)
        else:
            torch.ops.aten.sigmoid_backward(u, si, grad_input=u)
        if columns:
            gws[k].addmm_(u, zs[i].t())
            torch.mm(wts[k], u, out=mu)
        else:
            gws[k].addmm_(zs[i].t(), u)
            torch.mm(u, wts[k], out=mu)
        if stages == 1:
            lam.add_(mu)
        elif j == stages - 1:
            end.copy_(mu)  # the sum of the stages' costates waits here until the step is done
        elif j > 0:
            end.add_(mu)
        else:
            lam.add_(end).add_(mu)
    return squares


class Flat:
    """W with b, and V, as views of one tensor, so that Adam is a handful of calls."""

    def __init__(self, depth, width):
        self.all = torch.zeros(depth * width * 5)
        self.w = self.all[: depth * width * 3]
        self.v = self.all[depth * width * 3 :]


def by_hand(layout, sigmoid=False, script=True):
    columns = layout == "columns"

    def form(task, start, x, y):
        depth, q, n = task.depth, task.width, len(x)
        offset = sigmoid and task.activation == "tanh"
        activation = "sigmoid" if offset else task.activation
        stages = len(SHIFT[task.scheme])
        run_gradient = torch.jit.script(gradient) if script else gradient

        def shape(*lead_rows_cols):
            *lead, rows, cols = lead_rows_cols
            return (*lead, cols, rows) if columns else tuple(lead_rows_cols)

        def stored(t):
            return t.transpose(-1, -2).contiguous() if columns else t.contiguous()

        theta, grad = Flat(depth, q), Flat(depth, q)
        w, v = theta.w.view(shape(depth, 3, q)), theta.v.view(shape(depth, q, 2))
        gw, gv = grad.w.view(w.shape), grad.v.view(v.shape)
        w.copy_(stored(torch.cat([start[0], start[1].unsqueeze(2)], 2).transpose(1, 2)))
        v.copy_(stored(start[2].transpose(1, 2)))
        m, second = torch.zeros_like(theta.all), torch.zeros_like(theta.all)

        z = torch.ones(shape(depth * stages, n, 3))
        s = torch.empty(shape(depth * stages, n, q))
        u = torch.empty(shape(n, q))
        small = [torch.empty(shape(n, 2)) for _ in range(5)]
        gc = torch.zeros(shape(depth, 1, 2))
        x, y = stored(x), stored(y)
        axis = 2 if columns else 1  # along q in V
        taken = 0

        def run():
            nonlocal taken
            grad.all.zero_()
            if offset:
                w1, v1, c = w * 2, v * 2, -v.sum(axis, keepdim=True)
                gc.zero_()
            else:
                w1, v1, c = w, v, gc
            wt = w1.transpose(1, 2)
            wt = (wt[:, :2] if columns else wt[:, :, :2]).contiguous()
            vt = v1.transpose(1, 2).contiguous()
            squares = run_gradient(
                x, y, w1, wt, v1, vt, c, gw, gv, gc, z, s, u, *small,
                SHIFT[task.scheme], WEIGHT[task.scheme], task.horizon / depth, 2 / n, activation, columns, offset,
            )  # fmt: skip
            if offset:
                grad.all.mul_(2)
                gv.sub_(gc)
            taken += 1
            m.lerp_(grad.all, 0.1)
            second.mul_(0.999).addcmul_(grad.all, grad.all, value=0.001)
            root = (1 - 0.999**taken) ** 0.5
            theta.all.addcdiv_(m, second.sqrt().div_(root).add_(1e-8), value=-LEARNING_RATE / (1 - 0.9**taken))
            return squares / n

        def guarded():
            with torch.inference_mode():
                return run()

        def parameters():
            a, b = (t.transpose(1, 2) if columns else t for t in (w, v))
            return a[:, :2].transpose(1, 2), a[:, 2], b.transpose(1, 2)

        return Step(guarded, parameters)

    return form
