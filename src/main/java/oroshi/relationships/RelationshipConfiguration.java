package oroshi.relationships;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(RelationshipSettings.class)
class RelationshipConfiguration {}
