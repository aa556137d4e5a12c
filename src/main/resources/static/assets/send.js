// The one form of the page goes on by itself.
document.forms[0].submit();
