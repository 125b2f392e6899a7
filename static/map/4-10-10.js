export default {"land":"ud-nBSFEUTD 8mBwqBGIHMVDFTMJ","labels":[]};
