"""Imports by a function: of a constant they are seen, of anything else they are not."""
import importlib
import os
import subprocess
import sys
from importlib import import_module

learn = importlib.import_module("tensorflow.contrib.learn")  # expect: R101
learn.Estimator(f)  # expect: R101, S812
import_module(name="tensorflow.contrib.learn")
slim = __import__("tensorflow.contrib.slim", fromlist=["slim"])  # expect: R101
slim.conv2d  # expect: R101
tf = __import__("tensorflow.contrib.slim")  # expect: R101
tf.contrib.crf  # expect: R101
sys.modules["tensorflow.contrib.learn"].infer  # expect: R101
import_module("models." + name)  # expect: U601
__import__(name)  # expect: U601
importlib.import_module(name=name)
importlib.import_module("json").load
subprocess.call(["python", "train.py"])  # expect: U602
subprocess.Popen([sys.executable, script])  # expect: U602
command = "python3 -m trainer.task --steps 3"
os.system(command)  # expect: U602
os.system("ls -l")
subprocess.check_output(["git", "rev-parse", "HEAD"])
exec(open("params.py").read())  # expect: U604
eval("1 + 2")
eval("tf.nn." + name)  # expect: U604


def exec_(source):
    exec = print
    exec(source)
