export default ["","ويلينغتون"];
