package oroshi.administration;

/** Who proves the users of a domain; none where nothing special was arranged, as for every domain here. */
enum UserDomainType {
    NONE,
    MANAGED,
    FEDERATED
}
