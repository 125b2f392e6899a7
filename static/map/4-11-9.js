export default {"land":"-4B4oDGAIMHGJL","labels":[]};
