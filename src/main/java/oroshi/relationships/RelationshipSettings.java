package oroshi.relationships;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's choices about relationships.
 *
 * @param govRelationshipRequest whether partners of the US Government cloud may ask existing customers for a
 *     relationship; delegated administration is then always part of it
 * @param resellerInitiated whether an indirect reseller may ask a provider for a partnership
 */
@ConfigurationProperties("oroshi.relationships")
record RelationshipSettings(
        @DefaultValue("false") boolean govRelationshipRequest,
        @DefaultValue("false") boolean resellerInitiated) {}
