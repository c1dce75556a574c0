Agents get their instructions here.
