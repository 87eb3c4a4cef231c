import { answerRequests } from './answerRequests.js';

answerRequests();
