package oroshi.customers;

/** The administrator's first sign-in, in the one answer that shows it. */
public record UserCredentialsResource(String userName, String password) {
    @Override
    public String toString() {
        return "UserCredentialsResource[userName=" + userName + "]";
    }
}
