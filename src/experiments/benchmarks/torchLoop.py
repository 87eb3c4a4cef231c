"""The toy model as one would write it in PyTorch, to time the simulator against.

289 chains in three dimensions, a grid of 17 effective learning rates by 17 weight decays, in one batch: the loss
1 + mu.w/|w| by autograd, isotropic noise without its part along w, decay, and a copy of weights and loss kept every
50 steps. One thread. For each line it reads, a number of steps, it takes them and prints the nanoseconds of processor
time that a chain-step took.
"""

import sys
import time

import torch

GRID = 17
KEEP_EVERY = 50

torch.set_num_threads(1)
torch.manual_seed(1)

exponents = torch.linspace(-3, -1, GRID)
effective_rate = (10**exponents).repeat_interleave(GRID).unsqueeze(1)
weight_decay = (10**exponents).repeat(GRID).unsqueeze(1)
mu = torch.tensor([[1.0, 0.0, 0.0]])
weights = torch.randn(GRID * GRID, 3)
weights = (weights / weights.norm(dim=1, keepdim=True)).requires_grad_()


def step():
    """Takes one step of every chain and returns their losses before it."""
    weights.grad = None
    losses = 1 + (weights * mu).sum(dim=1) / weights.norm(dim=1)
    losses.sum().backward()
    with torch.no_grad():
        squared_radius = weights.square().sum(dim=1, keepdim=True)
        noise = torch.randn_like(weights)
        noise -= (noise * weights).sum(dim=1, keepdim=True) / squared_radius * weights
        noise /= squared_radius.sqrt()
        weights.sub_(effective_rate * squared_radius * (weights.grad + noise + weight_decay * weights))
    return losses


print("ready", flush=True)
for line in sys.stdin:
    steps = int(line)
    kept = []
    start = time.process_time()
    for index in range(1, steps + 1):
        losses = step()
        if index % KEEP_EVERY == 0:
            kept.append((weights.detach().clone(), losses.detach().clone()))
    seconds = time.process_time() - start
    print(seconds / steps / len(weights) * 1e9, flush=True)
