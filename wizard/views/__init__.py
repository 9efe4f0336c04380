"""Every page of the product once, as a value: what it says and what can be done there.

The front ends and the commands draw pages and carry out their actions; they decide how a page looks and nothing else.
"""
