import { environmentProxyPolicy } from './environment-proxy-policy.js';
import { createPipelineFromOptions, type Pipeline, proxyPolicyName, redirectPolicyName } from './rest-pipeline.js';

/**
 * The standard behavior of Azure SDKs, but without redirects (a token must not go to another host), and with proxies as in
 * curl: the policy of the library sends requests for this machine to a proxy, and throws for an address without a scheme.
 */
export function makePipeline(): Pipeline {
  const pipeline = createPipelineFromOptions({
    userAgentOptions: { userAgentPrefix: 'dual-write-health' },
    proxyOptions: { host: 'http://localhost', port: 1 }, // of a policy that is removed: with it, the environment is not read
  });
  pipeline.removePolicy({ name: redirectPolicyName });
  pipeline.removePolicy({ name: proxyPolicyName });
  pipeline.addPolicy(environmentProxyPolicy());
  return pipeline;
}
