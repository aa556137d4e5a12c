package oroshi.administration;

/** Whether a user is there, or deleted and restorable. */
enum UserState {
    ACTIVE,
    INACTIVE
}
