"""Reading an MC script or a forum's record: the plain grammar of Chinese and English official language."""
