/** What Microsoft says about the feature; output for people should include it. */
export const syncErrorPreview: string =
  'Managing errors of dual-write async is a Microsoft preview feature: it can change, and is not meant for production.';
