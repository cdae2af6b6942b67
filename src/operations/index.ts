export * from './activity/index.js';
export * from './alerts/index.js';
export * from './maps/index.js';
export * from './solutions/index.js';
export * from './states/index.js';
export * from './sync-errors/index.js';
