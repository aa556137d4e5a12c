package oroshi.agreements;

/** Where to read and to download an agreement, as the contract names it. */
record AgreementDocumentResource(String displayUri, String downloadUri, String language, String country) {}
