/**
 * What is used of the HTTP pipeline of Azure SDKs. Other modules import it from here only: the build bundles this module by itself,
 * once for Node and once for browsers.
 */
export type {
  HttpClient,
  HttpMethods,
  Pipeline,
  PipelinePolicy,
  PipelineRequest,
  PipelineResponse,
  ProxySettings,
  RetryStrategy,
} from '@azure/core-rest-pipeline';
export {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  defaultRetryPolicy,
  formDataPolicyName,
  isRestError,
  proxyPolicy,
  proxyPolicyName,
  RestError,
  redirectPolicyName,
  retryPolicy,
} from '@azure/core-rest-pipeline';
