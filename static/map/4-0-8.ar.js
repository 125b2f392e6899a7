export default ["تونغا","ساموا"];
