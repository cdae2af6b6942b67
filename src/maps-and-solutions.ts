// The entry `dual-write-health/maps`: solutions contain maps, and are planned and verified using what is known about maps.
export * from './maps/index.js';
export * from './solutions/index.js';
