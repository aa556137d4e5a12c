package oroshi.rest;

/**
 * One operation of the published contract.
 *
 * @param family the part of the contract it stands in, for example {@code customers}
 * @param path with templates in braces; {@code webhook:…} for a call that goes out
 */
public record ContractOperation(String family, String operationId, String method, String path) {}
