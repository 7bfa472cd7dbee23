"""Hyperparameters: each method, each kind of value, and what is refused."""

import copy
import json
import pickle

import numpy as np

from tests.oracle.legacy import contrib

START = {
    "a": 1, "b": 2.0, "c": "x", "d": [1, 2], "e": True, "f": None,
    "l": ["p", "q"], "fl": [1.0], "bl": [True],
}  # fmt: skip

TEXTS = r"""
a=3|a=3,b=4|b=1e-3|b=3|c=hello|c=hello world,a=1|d=[1,2,3]|d=[]|d=3|d[0]=7|d[1]=7,d[0]=5|d[x]=1
e=true|e=True|e=0|e=1|e=2|e=no|e=false|f=3|a=3.5|a=x|a=|a|zz=1||a=1,|a=1,a=2|c=|c=a=b|c="q"
l=[x,y]|l=[]|l[0]=z|fl=[1,2.5]|a =3| a=3|a= 3|c= hi |a=[1]|d[0]=1,d[0]=2|a[0]=1|a=1;b=2|c=a;b
a=1 b=2|d=[1, 2 ,3]|d=[1,x]|a=0x10|a=-3|b=-.5|,|=|d=[1|zz[0]=1|l[0]=[a]|c=[a]|c=a,b|a=1e3|a=1.0
e=TRUE|c=-1|d=[1,2],a=4|zz=[1,2]|c=a[b|d=[1]x|a.b=3|_a=1|a=1, b=7|a=3 ,b=7|d[ 1 ]=2|d [1]=2|c=a]b
d=[[1]]|d=[1,]|d=[,]|d=[ ]|l=[a b,c ]|l=[ a , b]|l=["a,b",c]|e=1.0|e= true|a=1,,b=2|bl=[true,0]
bl=[x]|l=[a=b]|d=[1]  ,a=2|d=[1] |d=[3], a=2|c=z ,a=2|c= ,a=2|1a=3|a==1|zz|a=1,zz|e=|fl=[x]
fl=[1;2]|zz=x,a=3|a=+3|b=inf|d[0]=x|d[-1]=3|bl[0]=3|e=[true]|a[0]=[1]|f=|f=[1]
"""

JSONS = r"""
{"a":3}|{"a":3.0}|{"a":"x"}|{"zz":1}|{}|[1]|nope|{"d":[4,5]}|{"d":4}|{"f":4}|{"a":null}|{"e":1}
{"c":1}|{"d":[]}|{"b":1}|3|null|{"a":1,"a":2}
"""

VALUES = [
    ("a", 5), ("a", 5.0), ("a", "5"), ("a", True), ("a", None), ("a", [1]), ("b", 1), ("b", "1.5"),
    ("b", True), ("b", None), ("c", 1), ("c", None), ("c", b"by"), ("c", True), ("d", 5),
    ("d", [1.0]), ("d", [3]), ("d", (3, 4)), ("d", ["x"]), ("d", None), ("d", []), ("d", [True]),
    ("e", 1), ("e", "true"), ("e", False), ("f", 3), ("f", "s"), ("f", None), ("f", [1]), ("zz", 1),
    ("l", [1]), ("fl", [1]), ("a", 2**70), ("a", np.int64(3)), ("a", np.float64(3)),
    ("a", np.bool_(True)), ("b", np.int64(3)), ("b", np.float32(3)), ("b", np.bool_(True)),
    ("e", np.bool_(False)), ("c", np.str_("s")), ("d", np.array([1, 2])),
    ("bl", [1]), ("c", ["x"]), ("b", 1j),
]  # fmt: skip

DEFAULTS = [
    ("a", None), ("zz", None), ("zz", 3), ("a", 2.5), ("a", 7), ("d", [3]), ("d", 3), ("a", [1]),
    ("d", ["x"]), ("c", "n"), ("f", 3), ("b", 3), ("a", []), ("d", []), ("d", (2,)), ("c", 3),
    ("b", True), ("f", [1]), ("a", True), ("_hparam_types", None),
]  # fmt: skip

PARSED = [
    ("a=1,b=2", {"a": int}, False), ("a=1,b=2", {"a": int}, True), ("a=1", {"a": float}, False),
    ("a=1", {"a": str}, False), ("a=[1,2]", {"a": int}, False), ("a[1]=2", {"a": int}, False),
    ("a[1]=2,a[0]=3", {"a": int}, False), ("a=1,a=2", {"a": int}, True),
    ("a=[true,0]", {"a": bool}, False), ("b[0]=1", {"a": int}, True),
    ("b=[1,2],a=1", {"a": int}, True), ("a[1]=2,a[1]=3", {"a": int}, False),
    ("a=1,a[1]=3", {"a": int}, False), ("a[1]=1,a=[3]", {"a": int}, False),
]  # fmt: skip


def lines(text):
    return [part for line in text.strip("\n").split("\n") for part in line.split("|")]


def kind(value):
    name = type(value).__name__.rstrip("_")
    return "numpy's " + name if isinstance(value, np.generic) else name


def new():
    return contrib.training.HParams(**START)


def after(method, *arguments):
    hparams = new()
    returned = getattr(hparams, method)(*arguments)
    return [returned is hparams, hparams.values()]


def fields(message):
    """The message as data, by its own reflection."""
    found = {}
    for name in sorted(message.hparam):
        entry = message.hparam[name]
        kind = entry.WhichOneof("kind")
        value = getattr(entry, kind)
        found[name] = [kind, list(value.value) if kind.endswith("_list") else value]
    return found


def cases():
    make, parse = contrib.training.HParams, contrib.training.parse_values
    for text in lines(TEXTS):
        yield "parse %r" % text, lambda text=text: after("parse", text)
    yield "parse number", lambda: after("parse", 3)
    for text in lines(JSONS):
        yield "parse_json %r" % text, lambda text=text: after("parse_json", text)
    for name, value in VALUES:
        title = "set_hparam %s %s %s" % (name, kind(value), str(value))
        yield title, lambda n=name, v=value: after("set_hparam", n, v)
    for name, default in DEFAULTS:
        yield "get %s %r" % (name, default), lambda n=name, d=default: new().get(n, d)
    for text, kinds, ignore in PARSED:
        title = "parse_values %s %s %s" % (text, sorted(k.__name__ for k in kinds.values()), ignore)
        yield title, lambda t=text, k=kinds, i=ignore: parse(t, k, ignore_unknown=i)
    for name, value in [("a", 2), ("z", None), ("z", []), ("z", ()), ("z", (1, 2)), ("f", 2)]:
        yield "add_hparam %s %r" % (name, value), lambda n=name, v=value: after("add_hparam", n, v)
    for name in ("add_hparam", "values", "get", "_hparam_types", "to_proto"):
        yield "reserved " + name, lambda name=name: make(**{name: 1})
    for title, values in (
        ("override", {"a": 3, "c": "q"}),
        ("override unknown", {"zz": 3}),
        ("override wrong", {"a": "z"}),
        ("override nothing", {}),
    ):
        yield title, lambda values=values: after("override_from_dict", values)
    yield "set_from_map", lambda: after("set_from_map", {"a": 3})
    for name in ("a", "zz", "values", "_model_structure"):
        yield "del_hparam " + name, lambda name=name: after("del_hparam", name)
    yield "text", lambda: [str(new()), repr(new()), "a" in new(), "values" in new()]
    yield "numpy in a list", lambda: after("set_hparam", "d", [np.int32(2)])
    yield "json", lambda: [new().to_json(), new().to_json(2, (",", ":"), True)]
    yield "json of function", lambda: make(f=len).to_json()
    yield "attribute", lambda: new().nosuch
    yield "mixed list", lambda: make(d=[1, 2.5]).set_hparam("d", [1, 2.5])
    yield "set bytes", lambda: make(s=b"x").set_hparam("s", b"y")
    yield "set text for bytes", lambda: make(s=b"x").set_hparam("s", "y")
    yield "set function", lambda: make(s=len).set_hparam("s", print)
    yield "set no function", lambda: make(s=len).set_hparam("s", 3)
    yield "set list for tuple", lambda: make(d=(1, 2)).set_hparam("d", [3])
    yield (
        "structure",
        lambda: [make(None, 3).get_model_structure(), make(a=1).get_model_structure()],
    )

    def attributes():
        hparams = make(a=1, model_structure="m")
        hparams.b, hparams.a = 3, "q"
        hparams.set_model_structure("n")
        found = [hparams.values(), hparams.b, sorted(vars(hparams)), hparams.get_model_structure()]
        hparams.set_hparam("a", 2)
        return [found, hparams.a]

    yield "attributes", attributes
    yield (
        "copies",
        lambda: [copy.deepcopy(new()).values(), pickle.loads(pickle.dumps(new())).values()],
    )
    full = {key: value for key, value in START.items() if key != "f"}
    yield "proto", lambda: fields(make(n=b"b", t=(1.5, 2.0), big=2**40, **full).to_proto())
    yield "proto bools", lambda: fields(make(d=[True, 2]).to_proto("scope"))
    yield (
        "proto and back",
        lambda: sorted(make.from_proto(make(**full).to_proto()).values().items()),
    )
    yield "proto given", lambda: json.loads(make(hparam_def=make(**full).to_proto()).to_json())
    yield "proto and values", lambda: make(hparam_def=make(a=1).to_proto(), b=2)
    yield "proto of None", lambda: new().to_proto()
    yield "proto of dict", lambda: make(d={}).to_proto()
    yield "no proto", lambda: make(hparam_def=3)
    yield "dict for proto", lambda: make({"a": 1})
    yield "from no proto", lambda: make.from_proto(3)
    yield "three positions", lambda: make(None, None, 3)
