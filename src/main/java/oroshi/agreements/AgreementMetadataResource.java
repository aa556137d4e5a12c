package oroshi.agreements;

/** One edition of an agreement that customers can be asked to accept, as the contract names it. */
record AgreementMetadataResource(String templateId, String agreementType, String agreementLink, int versionRank) {
    static AgreementMetadataResource of(AgreementTemplate template, String agreementLink) {
        return new AgreementMetadataResource(
                template.templateId(), template.type().wireName(), agreementLink, template.versionRank());
    }
}
