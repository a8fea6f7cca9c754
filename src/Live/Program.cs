// The page's worker starts this program for what LiveNotebook exports; before the first call there is nothing to do.
return;
