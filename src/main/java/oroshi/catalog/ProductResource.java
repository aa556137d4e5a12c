package oroshi.catalog;

import org.jspecify.annotations.Nullable;
import oroshi.rest.Link;

/** The Product resource as the contract names and nests it. */
record ProductResource(
        String id,
        String title,
        String description,
        ItemType productType,
        boolean isMicrosoftProduct,
        String publisherName,
        ProductLinks links) {

    record ItemType(String id, String displayName, @Nullable ItemType subType) {
        static ItemType of(Product product) {
            return new ItemType(
                    product.type(),
                    displayName(product.type()),
                    new ItemType(product.subType(), displayName(product.subType()), null));
        }

        /** {@code VirtualMachines} reads "Virtual Machines"; the id of licences has no words in it. */
        private static String displayName(String id) {
            return switch (id) {
                case "OnlineServicesNCE" -> "Online Services";
                case "SaaS" -> "SaaS";
                case "SQLDatabases" -> "SQL Databases";
                case "CosmosDB" -> "Cosmos DB";
                default -> id.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
            };
        }
    }

    record ProductLinks(Link skus, Link self) {}

    static ProductResource of(Product product, CatalogAddress address, CatalogReader reader) {
        return new ProductResource(
                product.id(),
                reader.text(product.title()),
                reader.text(product.description()),
                ItemType.of(product),
                product.isOperatorProduct(),
                product.publisherName(),
                new ProductLinks(Link.get(address.skus(product.id())), Link.get(address.product(product.id()))));
    }
}
