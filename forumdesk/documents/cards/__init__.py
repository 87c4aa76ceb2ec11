"""Placed documents: facts and a layout, which is data, make cards."""
