"""Every storage item in scope, declared once, a module for each chapter that it belongs to.

Importing this package declares them all.
"""

import importlib
import pkgutil

for _module in pkgutil.iter_modules(__path__, f"{__name__}."):
    importlib.import_module(_module.name)
