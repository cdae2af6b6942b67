import {
  createPipelineFromOptions,
  type Pipeline,
  proxyPolicyName,
  redirectPolicyName,
} from '@azure/core-rest-pipeline';
import { environmentProxyPolicy } from './environment-proxy-policy.js';

/**
 * What Azure SDKs do by themselves, but no redirects (a token is not for another host), and proxies as curl takes them: the policy
 * of the library sends what is for this machine to a proxy, and throws at an address without a scheme.
 */
export function makePipeline(): Pipeline {
  const pipeline = createPipelineFromOptions({
    userAgentOptions: { userAgentPrefix: 'dual-write-health' },
    proxyOptions: { host: 'http://localhost', port: 1 }, // of a policy that is taken out: with it, the environment is not read
  });
  pipeline.removePolicy({ name: redirectPolicyName });
  pipeline.removePolicy({ name: proxyPolicyName });
  pipeline.addPolicy(environmentProxyPolicy());
  return pipeline;
}
