"""A short typing soak; `soak.py` is the long one."""
from soak import soak


def test_emacs_at_full_speed():
    assert soak("emacs", 3000, seed=1) > 100


def test_emacs_at_200_keys_a_second():
    assert soak("emacs", 400, seed=2, pause=0.005) > 10


def test_vi_at_full_speed():
    assert soak("vi", 2000, seed=3) > 10
