package oroshi.catalog;

/** Where the prices of a list go while its files are read. */
interface PriceSink {
    /** Takes the prices in and keeps none: for finding out whether a list is right. */
    PriceSink NOWHERE = new PriceSink() {
        @Override
        public void add(PriceText row) {}

        @Override
        public void finish() {}
    };

    void add(PriceText row);

    void finish();
}
