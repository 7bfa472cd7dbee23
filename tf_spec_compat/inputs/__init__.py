"""How data gets into a graph: arrays, pandas, dask, generators, files."""
