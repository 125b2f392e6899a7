export default {"land":"wKjBEFOBBUCQHOVFDROH","labels":[]};
