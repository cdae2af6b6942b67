// The entry `dual-write-health/maps`: solutions carry maps, and are planned and verified by what is known of maps.
export * from './maps/index.js';
export * from './solutions/index.js';
