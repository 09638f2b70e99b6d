// What a good team ships today: the Alexa SDK, the AWS SDK and i18next in one bundle; one read, one sentence.
const { SkillBuilders } = require('ask-sdk-core');
const { DynamoDBClient, GetItemCommand } = require('@aws-sdk/client-dynamodb');
const { marshall, unmarshall } = require('@aws-sdk/util-dynamodb');
const i18next = require('i18next');

const client = new DynamoDBClient({ region: process.env.AWS_REGION });
const words = i18next.createInstance();
words.init({
  lng: 'en-GB',
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: {
    'en-GB': { translation: { hello: 'Hello {{name}}. What would you like?', sorry: 'Sorry, try again.' } },
  },
});

const launch = {
  canHandle: (input) => input.requestEnvelope.request.type === 'LaunchRequest',
  handle: async (input) => {
    const key = marshall({ pk: input.requestEnvelope.context.System.user.userId, sk: 'ECHO' });
    const { Item } = await client.send(new GetItemCommand({ TableName: process.env.TABLE_NAME, Key: key }));
    const name = Item === undefined ? 'there' : unmarshall(Item).name;
    return input.responseBuilder.speak(words.t('hello', { name })).reprompt(words.t('hello', { name })).getResponse();
  },
};

const sorry = {
  canHandle: () => true,
  handle: (input) => input.responseBuilder.speak(words.t('sorry')).getResponse(),
};

const skill = SkillBuilders.custom().addRequestHandlers(launch).addErrorHandlers(sorry).create();

exports.handler = (event, context) => skill.invoke(event, context);
